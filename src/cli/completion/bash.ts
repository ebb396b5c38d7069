/**
 * The completion script for bash. What the program prints is read as text and handed on as it is:
 * no `eval`, and no `compgen -W`, which would run a `$(…)` in a word.
 */
export const bash: string = `# bash completion for awscfg
_awscfg() {
  local line=\${COMP_LINE:0:COMP_POINT} cur=$2 kind word rest
  local -a words
  COMPREPLY=()
  # bash splits words at = : @ too; the program gets them as they were typed.
  # read neither expands nor globs.
  read -ra words <<<"$line"
  case $line in *[[:space:]]) words+=("") ;; esac
  while ((\${#words[@]} > 0)) && [[ \${words[0]} != *awscfg* ]]; do
    words=("\${words[@]:1}")
  done
  ((\${#words[@]} > 1)) || return 0
  word=\${words[\${#words[@]} - 1]}
  case $cur in [=:@]) cur= ;; esac
  # What stands before the place where bash puts the reply in.
  rest=\${word%"$cur"}
  {
    IFS= read -r kind || return 0
    while IFS=$'\\t' read -r word _; do
      [[ $word == "$rest"* ]] && COMPREPLY+=("\${word#"$rest"}")
    done
  } < <(command awscfg __complete -- "\${words[@]:1}" 2>/dev/null)
  if [[ $kind == files ]]; then
    compopt -o default 2>/dev/null
  elif ((\${#COMPREPLY[@]} == 1)) && [[ \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
  return 0
}
# The bash of macOS has no compopt: files are offered where nothing else is.
if type compopt >/dev/null 2>&1; then
  complete -F _awscfg awscfg
else
  complete -o default -F _awscfg awscfg
fi
`;
