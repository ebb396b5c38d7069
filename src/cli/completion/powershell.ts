/** The completion script for PowerShell 5.1 and newer. */
export const powershell: string = `# PowerShell completion for awscfg
Register-ArgumentCompleter -Native -CommandName @('awscfg', 'awscfg.exe') -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $program = Get-Command awscfg -CommandType Application -ErrorAction SilentlyContinue |
        Select-Object -First 1
    if (-not $program) { return }
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    # PowerShell 5.1 drops an empty argument: this marker stands for it.
    if ($wordToComplete -eq '') { $words += '__empty' } else { $words += $wordToComplete }
    $lines = @(& $program __complete -- @words 2>$null)
    if ($lines.Count -eq 0 -or $lines[0] -eq 'files') { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $name, $about = $_ -split [char]9, 2
        if (-not $about) { $about = $name }
        [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
    }
}
`;
