@echo off
rem Runs SpartanLake on Windows: finds a JDK, builds what is missing or out of date, and hands over to java.
rem
rem Environment:
rem   JAVA_HOME              the JDK to use, if it is new enough
rem   SPARTANLAKE_JAVA_OPTS  options for java; they win over those set here, e.g. -Xmx2g
rem
rem The exit code is that of the command, or 4 if there is no JDK or the build fails.
rem
rem No value is expanded inside a block or unquoted, as a directory may be named with parentheses or an ampersand.
setlocal EnableExtensions DisableDelayedExpansion

for %%P in ("%~dp0.") do set "ROOT=%%~fP"
set "LIB=%ROOT%\cli\target\spartanlake\lib"
set "JAR=%LIB%\spartanlake.jar"
set "STAMP=%ROOT%\cli\target\spartanlake\built-on-windows"

rem A copy without sources is run as it is. Otherwise the list of sources tells whether one changed since the last build.
set "BUILD="
set "TOOL=java"
if not exist "%ROOT%\pom.xml" goto find_jdk
set "SOURCES=%TEMP%\spartanlake-%RANDOM%-%RANDOM%.txt"
call :list_sources >"%SOURCES%"
if not exist "%JAR%" goto changed
if not exist "%STAMP%" goto changed
fc /b "%SOURCES%" "%STAMP%" >nul 2>&1
if errorlevel 1 goto changed
del "%SOURCES%"
goto find_jdk
:changed
set "BUILD=needed"
set "TOOL=javac"

:find_jdk
set "JDK="
set "CANDIDATE="
if defined JAVA_HOME set "CANDIDATE=%JAVA_HOME:"=%"
call :accept
for %%J in (java.exe) do if not "%%~$PATH:J"=="" set "CANDIDATE=%%~dp$PATH:J.."
call :accept
call :search "%ProgramFiles%\Eclipse Adoptium"
call :search "%ProgramFiles%\Java"
call :search "%ProgramFiles%\Microsoft"
call :search "%ProgramFiles%\Zulu"
call :search "%ProgramFiles%\Amazon Corretto"
call :search "%ProgramFiles%\BellSoft"
call :search "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :search "%LOCALAPPDATA%\Programs\Java"
call :search "%LOCALAPPDATA%\Programs\Microsoft"
call :search "%USERPROFILE%\.jdks"
call :search "%USERPROFILE%\.gradle\jdks"
if defined JDK goto build
if defined BUILD del "%SOURCES%"
>&2 echo spartanlake: no JDK 25 or later found, one with bin\%TOOL%.exe.
>&2 echo Searched: JAVA_HOME, java.exe on the PATH, and the directories of Eclipse Adoptium, Oracle, Microsoft, Zulu,
>&2 echo Corretto and BellSoft in Program Files and in AppData\Local\Programs, and .jdks in your home.
>&2 echo Install one, for example Eclipse Temurin 25:
>&2 echo   winget install EclipseAdoptium.Temurin.25.JDK
>&2 echo   https://adoptium.net/temurin/releases/?version=25
>&2 echo or, if there is one elsewhere, set JAVA_HOME to its directory.
exit /b 4

:build
if not defined BUILD goto run
>&2 echo spartanlake: building SpartanLake; the first time takes a few minutes, as it downloads its libraries
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
rem stdin is for the command that follows, and stdout carries its answer.
call .\mvnw.cmd -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package <nul 1>&2
if not "%ERRORLEVEL%"=="0" goto build_failed
popd
move /y "%SOURCES%" "%STAMP%" >nul

:run
rem A short command ends before the optimising compiler pays for itself.
set "FLAGS="
for %%C in (stats matches match killfeed maps playlists modes hours trends compare streaks records sessions medals teammates rivals duels openings timeline csr matchmaking distribution sql status login whoami logout player friend config help completion --help --version) do if "%~1"=="%%C" set "FLAGS=-XX:TieredStopAtLevel=1"
if not defined SPARTANLAKE_JAVA_OPTS set "FLAGS=%FLAGS% -XX:+UseSerialGC"
"%JDK%\bin\java.exe" %FLAGS% "-XX:AOTCache=%LIB%\spartanlake.aot" -Xlog:aot*=off -Xlog:cds*=off -Xmx512m --enable-native-access=ALL-UNNAMED "-Dorg.sqlite.lib.path=%LIB%" "-DZstdNativePath=%LIB%\libzstd-jni.dll" %SPARTANLAKE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:build_failed
popd
del "%SOURCES%"
>&2 echo spartanlake: the build failed, see above; the first one needs access to Maven Central
exit /b 4

rem Tries each directory in %1.
:search
if defined JDK goto :eof
if not exist "%~1" goto :eof
pushd "%~1"
for /d %%D in (*) do (
  set "CANDIDATE=%%~fD"
  call :accept
)
popd
goto :eof

rem Sets JDK to CANDIDATE, unless it is set already, if that is a JDK which will do. Its file "release" has a line like
rem JAVA_VERSION="25.0.1"
:accept
if defined JDK goto :eof
if not defined CANDIDATE goto :eof
if not exist "%CANDIDATE%\release" goto :eof
if not exist "%CANDIDATE%\bin\%TOOL%.exe" goto :eof
set "VERSION="
for /f "usebackq tokens=1,2 delims==.-+ " %%A in ("%CANDIDATE%\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%B"
if not defined VERSION goto :eof
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 for %%P in ("%CANDIDATE%") do set "JDK=%%~fP"
goto :eof

rem Prints time, size and name of each file that goes into the distribution. The time is in minutes.
:list_sources
for %%F in ("%ROOT%\pom.xml" "%ROOT%\cli\distribution.xml") do echo %%~tF %%~zF %%~fF
pushd "%ROOT%"
for /d %%D in (*) do (
  set "MODULE=%%~fD"
  call :list_module
)
popd
goto :eof

:list_module
if not exist "%MODULE%\pom.xml" goto :eof
for %%F in ("%MODULE%\pom.xml") do echo %%~tF %%~zF %%~fF
if not exist "%MODULE%\src\main" goto :eof
for /r "%MODULE%\src\main" %%F in (*) do echo %%~tF %%~zF %%~fF
goto :eof
