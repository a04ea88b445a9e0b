# Sourced by packaging/run and packaging/test: installs what is missing and finds a place to build.
# Expects `top`, the folder of the project.

# What it takes to build, and what it takes to test, as Debian 12 names it.
build_packages="g++ cmake ninja-build pkg-config libicu-dev libssl-dev libsqlite3-dev libfmt-dev libxxhash-dev
  libexpat1-dev libpugixml-dev libzip-dev libxlsxwriter-dev nlohmann-json3-dev libcli11-dev libwxgtk3.2-dev libgtk-3-dev
  libcairo2-dev libmd4c-dev gettext"
# Korean letters and emoji on the screen.
font_packages="fonts-noto-cjk fonts-noto-color-emoji"
test_packages="libgtest-dev libgmock-dev libbenchmark-dev python3 python3-nltk python3-openpyxl python3-pandas python3-rdflib python3-xmlschema libxml2-utils jing
  default-jdk-headless libuima-core-java
  xvfb xauth openbox dbus-daemon at-spi2-core python3-pyatspi libglib2.0-bin ibus ibus-hangul ibus-gtk3 $font_packages"

# Says a sentence in the language of the environment: say ENGLISH KOREAN
say() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    ko*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# install_missing PACKAGE…: asks dpkg first, so that a machine that has everything needs neither network nor rights.
install_missing() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing and only the administrator can install them: ${missing[*]}" \
        "다음 패키지가 없습니다. 관리자만 설치할 수 있습니다: ${missing[*]}" >&2
      exit 3
    fi
    as_root=(sudo)
  fi
  say "Installing: ${missing[*]}" "설치합니다: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The folder for everything that is made: build/ in the project, or one of the user's own where that is not theirs.
choose_build_folder() {
  build=$top/build
  if ! mkdir -p "$build" 2>/dev/null || [ ! -w "$build" ] || { [ -e "$build/$1" ] && [ ! -w "$build/$1" ]; }; then
    build=${XDG_CACHE_HOME:-$HOME/.cache}/mitjul/build
    mkdir -p "$build"
  fi
}

# build_preset PRESET [OPTION…]: configures and builds into $build/PRESET
build_preset() {
  local preset=$1
  shift
  (cd "$top" && cmake --preset "$preset" -B "$build/$preset" "$@" >/dev/null && cmake --build "$build/$preset")
}
