/** The completion script for fish, which takes each line as a name and, behind a tab, what it is. */
export const fish: string = `# fish completion for awscfg
function __awscfg_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (command awscfg __complete -- $words[2..-1] $current 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path $current
    else if test (count $lines) -gt 1
        printf '%s\\n' $lines[2..-1]
    end
end
complete -c awscfg -f -a '(__awscfg_complete)'
`;
