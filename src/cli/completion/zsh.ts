/** The completion script for zsh: names go to `compadd` as they are, behind `--`. */
export const zsh: string = `#compdef awscfg
# zsh completion for awscfg
_awscfg() {
  local kind line tab=$'\\t'
  local -a names shown
  {
    IFS= read -r kind || return 1
    while IFS= read -r line; do
      names+=("\${line%%$tab*}")
      shown+=("\${line/$tab/  -- }")
    done
  } < <(command awscfg __complete -- "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
  if [[ $kind == files ]]; then
    _files
  elif ((\${#names} > 0)); then
    compadd -l -d shown -- "\${(@)names}"
  fi
}
if [[ $funcstack[1] == _awscfg ]]; then
  _awscfg "$@"
else
  compdef _awscfg awscfg
fi
`;
