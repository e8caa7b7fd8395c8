@echo off
rem Everything one does with this checkout: "dev help". Finds a Python; the rest is in tools\dev.py.
setlocal
cd /d "%~dp0"
set "FITS=import sys; sys.exit(sys.version_info < (3, 11))"
if defined PYTHON (
    "%PYTHON%" -c "%FITS%" >nul 2>&1 && "%PYTHON%" -m tools.dev %* & goto :done
)
if exist ".venv\Scripts\python.exe" (
    ".venv\Scripts\python.exe" -c "%FITS%" >nul 2>&1 && goto :venv
)
py -3 -c "%FITS%" >nul 2>&1 && goto :launcher
python -c "%FITS%" >nul 2>&1 && goto :plain
echo SocialDesk needs Python 3.11 or later, and found none. Install it, or name one: set PYTHON=C:\path\to\python.exe 1>&2
exit /b 2
:venv
".venv\Scripts\python.exe" -m tools.dev %*
goto :done
:launcher
py -3 -m tools.dev %*
goto :done
:plain
python -m tools.dev %*
:done
exit /b %ERRORLEVEL%
