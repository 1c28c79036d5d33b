# Functions and settings that the scripts in this folder share; sourced from the project's root.

CLASS_PATH='infra/standalone/target/lib/*:infra/standalone/target/standalone.jar'
# Code cache for eight services: C1 alone gets 48 MiB by default and stops compiling when that is full.
# For one small machine: a bounded heap, the serial collector and short stacks.
# Threads of the JVM that look for idle locks and for time-outs of HTTP clients do so less often than four times a second and
# every three seconds.
JAVA_FLAGS=(-Dslf4j.internal.verbosity=ERROR -Xms320m -Xmn192m -XX:SurvivorRatio=4 -Xmx640m -XX:+UseSerialGC -Xss512k -XX:MaxDirectMemorySize=128m -XX:ReservedCodeCacheSize=160m -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData -Djava.awt.headless=true -Dfile.encoding=UTF-8
  -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=5000 -Djdk.internal.httpclient.selectorTimeout=60000
  -Dorg.springframework.boot.logging.LoggingSystem=none)

refuse() { echo "$1" >&2; exit 2; }
usage() { echo "usage: $1"; exit 0; }
need_value() { [ $# -ge 2 ] || refuse "$1 needs a value."; }
need_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && ((10#$1 >= 1 && 10#$1 <= 65535)) || refuse "A port is a number from 1 to 65535, not '$1'."; }

# Prints the process id of the platform whose command line carries this data folder.
platform_pid_of_data() {
  local file arguments
  for file in /proc/[0-9]*/cmdline; do
    mapfile -d '' -t arguments < "$file" 2>/dev/null || continue
    case " ${arguments[*]} " in
      *" nl.klimrek.standalone.Platform --data $1 "*) file=${file#/proc/}; echo "${file%/cmdline}"; return 0 ;;
    esac
  done
  return 1
}

# Prints the data folder of the platform that serves a port; the default folder if none does.
data_of_port() {
  local file i words its_port its_data is_platform
  for file in /proc/[0-9]*/cmdline; do
    mapfile -d '' -t words 2>/dev/null < "$file" || continue
    its_port=8080 its_data=.klimrek is_platform=no
    for ((i = 0; i < ${#words[@]}; i++)); do
      case "${words[i]}" in
        nl.klimrek.standalone.Platform) is_platform=yes ;;
        --port) its_port=${words[i + 1]:-} ;;
        --port=*) its_port=${words[i]#*=} ;;
        --data) its_data=${words[i + 1]:-} ;;
        --data=*) its_data=${words[i]#*=} ;;
      esac
    done
    if [ "$is_platform" = yes ] && [ "$its_port" = "$1" ]; then
      case "$its_data" in /*) ;; *) its_data=$(readlink "${file%/cmdline}/cwd")/$its_data ;; esac
      echo "$its_data"
      return 0
    fi
  done 2>/dev/null
  echo .klimrek
}

# Builds the platform if it is not built or a source is newer.
build() {
  local jar=infra/standalone/target/standalone.jar
  command -v java >/dev/null || refuse "Klimrek needs a JDK 17 or newer; on Debian: apt-get install openjdk-17-jdk-headless"
  if [ -f "$jar" ] && [ -z "$(find pom.xml libs services infra -path '*/target' -prune -o -path '*/src/test' -prune -o \( -path '*/src/main/*' -o -name pom.xml -o -path 'infra/topics/*' \) -type f -newer "$jar" -print -quit)" ]; then
    return 0
  fi
  echo "Building Klimrek; the first build downloads its libraries and takes some minutes."
  ./mvnw -B -T1C -Dquick -DskipTests -pl infra/standalone -am package 2>&1 | awk '
    /^\[INFO\] Building .*\[/ { sub(/^\[INFO\] Building /, "  "); sub(/ +1\.0\.0-SNAPSHOT +/, " "); print; fflush(); next }
    /ERROR|BUILD FAILURE/ { print; fflush() }'
  [ "${PIPESTATUS[0]}" -eq 0 ] || { echo "The build failed." >&2; exit 1; }
  touch "$jar"
}
