# What every machine needs before its engine starts, which reads the certificates then. There is no Docker Hub here: a registry on this
# machine answers to its name and to that of the examples.
cat >/etc/hosts <<'END'
10.0.0.5 own.example.com other.example.com
127.0.0.1 localhost engine registry.example.com registry-1.docker.io
END

mkdir -p /root/registry
cd /root/registry
[ -e cert.pem ] || openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=registry \
  -addext 'subjectAltName=DNS:registry.example.com,DNS:registry-1.docker.io,DNS:auth.docker.io,DNS:download.docker.com' 2>/dev/null
cat cert.pem >>/etc/ssl/certs/ca-certificates.crt
cat >config.yml <<'END'
version: 0.1
storage: { filesystem: { rootdirectory: /root/registry/data }, delete: { enabled: true } }
http: { addr: ':443', tls: { certificate: /root/registry/cert.pem, key: /root/registry/key.pem } }
END
GOGC=400 docker-registry serve config.yml >log 2>&1 &
# Before each of their commands, Docker asks Compose once and Buildx twice who they are, which takes those longer than most that they are
# asked for. The answer is always the same: it is kept, and the program is started for the rest.
mkdir -p /usr/local/lib/docker/cli-plugins
for plugin in docker-buildx docker-compose; do
  /usr/libexec/docker/cli-plugins/$plugin docker-cli-plugin-metadata >/usr/local/lib/docker/$plugin.json
  printf '#!/bin/sh\n[ "$*" != docker-cli-plugin-metadata ] || exec cat /usr/local/lib/docker/%s.json\nexec /usr/libexec/docker/cli-plugins/%s "$@"\n' \
    $plugin $plugin >/usr/local/lib/docker/cli-plugins/$plugin
  chmod +x /usr/local/lib/docker/cli-plugins/$plugin
done
# For proofs that wait: `soon docker …` runs until it succeeds, for ten seconds at most, and prints what it said last.
cat >/usr/bin/soon <<'END'
#!/bin/bash
for try in $(seq 100); do "$@" >/dev/null 2>&1 && break; sleep 0.1; done
exec "$@"
END
# The engine stops, is started anew by what watches it, and answers.
cat >/usr/bin/restart-engine <<'END'
#!/bin/sh
old=$(cat /run/docker.pid)
kill "$old"
for try in $(seq 300); do kill -0 "$old" 2>/dev/null || break; sleep 0.1; done
for try in $(seq 200); do curl -sf -o /dev/null --unix-socket /run/docker.sock http://engine/_ping && exit; sleep 0.1; done
exit 1
END
chmod +x /usr/bin/soon /usr/bin/restart-engine

# For proofs that need an engine whose images may go: `. /root/second.sh`
cat >/root/second.sh <<'END'
second() { # starts it, with options of dockerd, in a network of its own; its files lie in $data
  mkdir -p /root/case/engine
  cd /root/case/engine
  GOGC=400 unshare --net dockerd --log-level error --data-root "${data:-$PWD/data}" --exec-root $PWD/run --pidfile $PWD/pid -H unix://$PWD/sock \
    --bridge none --iptables=false --ip6tables=false --cgroup-parent /proofs-of-articles/second "$@" >log 2>&1 &
  export DOCKER_HOST=unix://$PWD/sock
  for try in $(seq 100); do curl -sf -o /dev/null --unix-socket $PWD/sock http://engine/_ping && break; sleep 0.2; done
}
over() { # ends it, without the ten seconds that it gives to what runs
  docker ps -q | xargs -r docker kill >/dev/null
  kill "$(cat /root/case/engine/pid)"
  while [ -e /root/case/engine/pid ]; do sleep 0.2; done
  sleep 0.5
  umount "${data:-/root/case/engine/data}" 2>/dev/null || true
}
make() { printf 'FROM alpine\nRUN echo %s >/random\n' $RANDOM | docker build -q --network none -t "$1" - >/dev/null; }
export -f second over make
END

# Docker would give passwords to that program if it found it.
[ ! -e /usr/bin/docker-credential-pass ] || mv /usr/bin/docker-credential-pass /root/
# For proofs that go to another machine by SSH, which is this one: `. /root/ssh.sh`
cat >/root/ssh.sh <<'END'
ssh_server() { # its name, its port, a user, and options of sshd; it lets in whoever has the key of root
  [ ! -e /run/sshd/pid ] || ssh_over "$1"
  echo "127.0.0.1 $1" >>/etc/hosts
  mkdir -p /run/sshd ~/.ssh
  [ -e /run/sshd/key ] || ssh-keygen -q -t ed25519 -N '' -f /run/sshd/key
  [ -e ~/.ssh/id_ed25519 ] || ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519
  # useradd knows no names of digits.
  id "$3" >/dev/null 2>&1 || { echo "$3:x:3022:3022::/home/$3:/bin/bash" >>/etc/passwd; echo "$3:*:20000:0:99999:7:::" >>/etc/shadow; install -d -o 3022 "/home/$3"; }
  /usr/sbin/sshd -f /dev/null -h /run/sshd/key -p "$2" -o PidFile=/run/sshd/pid -o UsePAM=no -o StrictModes=no -o PermitRootLogin=yes \
    -o AuthorizedKeysCommandUser=root -o 'AuthorizedKeysCommand=/usr/bin/find /root/.ssh -name *.pub -exec cat {} +' \
    -o 'Subsystem=sftp internal-sftp' "${@:4}"
  for try in $(seq 100); do [ -e /run/sshd/pid ] && break; sleep 0.1; done
  ssh-keyscan -p "$2" "$1" >~/.ssh/known_hosts 2>/dev/null
}
ssh_over() { # the name, and users that go with it
  pid=$(cat /run/sshd/pid); kill "$pid"; while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  rm -r /run/sshd ~/.ssh
  cp /etc/hosts /run/hosts && grep -v " $1\$" /run/hosts >/etc/hosts
  for user in "${@:2}"; do sed -i "/^$user:/d" /etc/passwd /etc/shadow; gpasswd -d "$user" docker >/dev/null 2>&1 || true; rm -r "/home/$user"; done
}
END
# For proofs that ask systemd, a container that it runs, with the client of this machine: `. /root/node.sh; node`, with options of docker run
cat >/root/node.sh <<'END'
node() {
  docker run -d --name node --privileged --cgroupns host --tmpfs /run --tmpfs /tmp -v /run/docker.sock:/engine.sock \
    -v /usr/bin/docker:/usr/bin/docker:ro -v "$(findmnt -n -o TARGET -t cgroup2 | head -n 1)":/sys/fs/cgroup -v "$PWD:/case" -w /case "$@" \
    debian:13 /sbin/init --unit=basic.target >/dev/null
  until docker exec node systemctl is-system-running 2>&1 | grep -qE 'running|degraded'; do sleep 0.3; done
  # There is no engine in it: what stands for it is a program that waits.
  docker exec node sh -c 'mkdir -p /etc/systemd/system/docker.service.d; printf "[Service]\nType=exec\nExecStart=\nExecStart=/usr/bin/sleep 1000\n" \
    >/etc/systemd/system/docker.service.d/waits.conf; systemctl daemon-reload; systemctl set-environment DOCKER_HOST=unix:///engine.sock'
}
END
# For proofs that install Docker's packages: a container that finds them, without a program but the client, at Docker's address
cat >/root/packages.sh <<'END'
packages() { # their versions; they lie in debs
  mkdir -p repository debs
  for version; do
    for name in containerd.io docker-ce docker-ce-cli docker-buildx-plugin docker-compose-plugin docker-ce-rootless-extras; do
      mkdir -p "package/$name/DEBIAN"
      printf '%s\n' "Package: $name" "Version: $version" 'Architecture: amd64' 'Maintainer: A <a@example.com>' "Description: stands for $name" \
        >"package/$name/DEBIAN/control"
      case $name in docker-ce) echo "Depends: containerd.io, docker-ce-cli"; echo 'Conflicts: docker.io' ;; docker-ce-cli) echo 'Conflicts: docker.io, docker-cli' ;; esac \
        >>"package/$name/DEBIAN/control"
      if [ $name = docker-ce-cli ]; then mkdir -p package/$name/usr/bin; ln -sfn /client/docker package/$name/usr/bin/docker; fi
      dpkg-deb -Znone --root-owner-group -b "package/$name" debs >/dev/null
    done
  done
  codename=$(. /etc/os-release; echo "$VERSION_CODENAME")
  at=repository/linux/debian/dists/$codename
  mkdir -p "$at/stable/binary-amd64"
  cp debs/*.deb repository/linux/debian
  for file in debs/*.deb; do
    dpkg-deb -f "$file"
    printf 'Filename: %s\nSize: %s\nSHA256: %s\n\n' "${file#debs/}" "$(stat -c %s "$file")" "$(sha256sum <"$file" | cut -d' ' -f1)"
  done >"$at/stable/binary-amd64/Packages"
  export GNUPGHOME=$PWD/gnupg
  mkdir -m 700 gnupg
  gpg --batch --quiet --passphrase '' --quick-generate-key docker@example.com ed25519 sign
  gpg --armor --export docker@example.com >repository/linux/debian/gpg
  printf 'Date: '"$(LC_ALL=C date -Ru)"'\nCodename: %s\nSuite: %s\nArchitectures: amd64\nComponents: stable\nSHA256:\n %s %s stable/binary-amd64/Packages\n' "$codename" "$codename" \
    "$(sha256sum <"$at/stable/binary-amd64/Packages" | cut -d' ' -f1)" "$(stat -c %s "$at/stable/binary-amd64/Packages")" |
    gpg --clearsign >"$at/InRelease"
  gpgconf --kill all
  printf 'events {}\nhttp { access_log off; server { listen 443 ssl; ssl_certificate /tls/cert.pem; ssl_certificate_key /tls/key.pem; root /repository; } }\n' >server.conf
  # Nobody answers there, apt has no folders yet, and of Debian's packages of Docker only the list is there.
  docker run -d --name host --add-host download.docker.com:127.0.0.1 -v "$PWD/repository:/repository:ro" -v /root/registry:/tls:ro \
    -v "$PWD/server.conf:/etc/nginx/nginx.conf:ro" -v /usr/bin/docker:/client/docker:ro -v /run/docker.sock:/run/docker.sock -v "$PWD/debs:/debs" -w /debs \
    debian:13 sh -c 'cd /var/lib/dpkg/info; rm -f docker*.*rm docker*.*inst containerd.*rm containerd.*inst
      mkdir -p /tmp /run /var/lib/apt/lists/partial /var/cache/apt/archives/partial /var/log/nginx /var/lib/nginx /var/cache/debconf
      chmod 1777 /tmp; rm -f /etc/apt/sources.list; echo "APT::Get::Assume-Yes \"true\"; Acquire::EnableSrvRecords \"false\";" >/etc/apt/apt.conf.d/90assume-yes; exec nginx -g "daemon off;"' >/dev/null
}
END
