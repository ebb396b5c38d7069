# Installs awscfg for you alone: finds the platform, checks the archive against SHA256SUMS, and says
# where the program went. PowerShell 5.1 or newer.
#   -Dir DIR       where to install (default: %LOCALAPPDATA%\Programs\awscfg)
#   -Address URL   where the archives are, or $env:AWSCFG_ADDRESS
param(
    [string] $Dir = (Join-Path $env:LOCALAPPDATA 'Programs\awscfg'),
    [string] $Address = $(if ($env:AWSCFG_ADDRESS) { $env:AWSCFG_ADDRESS } else { '@ADDRESS@' })
)

& {
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    $version = '@VERSION@'
    if ($version.StartsWith('@')) { throw 'This copy belongs to no release: take install.ps1 from one' }
    if (-not $Address -or $Address.StartsWith('@')) { throw 'No address is known: give -Address URL' }

    # A 32-bit or emulated shell says what it is itself in the first variable.
    $machine = if ($env:PROCESSOR_ARCHITEW6432) { $env:PROCESSOR_ARCHITEW6432 } else { $env:PROCESSOR_ARCHITECTURE }
    $platform = switch ($machine) {
        'AMD64' { 'windows-x64' }
        'ARM64' { 'windows-arm64' }
        default { throw "There is no binary for $machine; the npm package runs wherever Node does" }
    }
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

    $name = "awscfg-$version-$platform"
    $work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString('n'))
    New-Item -ItemType Directory -Path $work | Out-Null
    try {
        foreach ($file in 'SHA256SUMS', "$name.zip") {
            try { Invoke-WebRequest -UseBasicParsing -Uri "$Address/$file" -OutFile (Join-Path $work $file) }
            catch { throw "$Address/$file cannot be fetched: $($_.Exception.Message)" }
        }
        $line = Get-Content (Join-Path $work 'SHA256SUMS') | Where-Object { $_.EndsWith("  $name.zip") } | Select-Object -First 1
        if (-not $line) { throw "This release has nothing for $platform" }
        $expected = $line.Substring(0, 64)
        $actual = (Get-FileHash -Algorithm SHA256 (Join-Path $work "$name.zip")).Hash.ToLowerInvariant()
        if ($actual -ne $expected) {
            throw "$name.zip is not what SHA256SUMS says: nothing was installed (expected $expected, got $actual)"
        }
        Expand-Archive -Path (Join-Path $work "$name.zip") -DestinationPath $work
        New-Item -ItemType Directory -Force -Path $Dir | Out-Null
        $program = Join-Path $Dir 'awscfg.exe'
        # A program that runs cannot be written over on Windows, but it can be renamed.
        if (Test-Path $program) {
            $old = "$program.old"
            Remove-Item -Force -ErrorAction SilentlyContinue $old
            Move-Item -Force $program $old
        }
        Copy-Item (Join-Path $work "$name\awscfg.exe") $program
        Remove-Item -Force -ErrorAction SilentlyContinue "$program.old"
    }
    finally {
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $work
    }
    Write-Host "awscfg: installed awscfg $version as $program"
    if (($env:PATH -split ';') -notcontains $Dir) {
        Write-Host "awscfg: $Dir is not in PATH yet: add it, or run $program"
    }
}
