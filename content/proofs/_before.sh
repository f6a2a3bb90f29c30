# What every machine needs. There is no Docker Hub here: a registry on this machine answers to its name and to that of the examples.
cat >/etc/hosts <<'END'
10.0.0.5 own.example.com other.example.com
127.0.0.1 localhost engine registry.example.com registry-1.docker.io
END

mkdir -p /root/registry
cd /root/registry
[ -e cert.pem ] || openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=registry \
  -addext 'subjectAltName=DNS:registry.example.com,DNS:registry-1.docker.io' 2>/dev/null
cat cert.pem >>/etc/ssl/certs/ca-certificates.crt
cat >config.yml <<'END'
version: 0.1
storage: { filesystem: { rootdirectory: /root/registry/data }, delete: { enabled: true } }
http: { addr: ':443', tls: { certificate: /root/registry/cert.pem, key: /root/registry/key.pem } }
END
docker-registry serve config.yml >log 2>&1 &
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
soon docker info >/dev/null 2>&1
END
chmod +x /usr/bin/soon /usr/bin/restart-engine
# It reads the certificates when it starts.
restart-engine

# For proofs that need an engine whose images may go: `. /root/second.sh`
cat >/root/second.sh <<'END'
second() { # starts it, with options of dockerd, in a network of its own; its files lie in $data
  mkdir -p /root/case/engine
  cd /root/case/engine
  unshare --net dockerd --log-level error --data-root "${data:-$PWD/data}" --exec-root $PWD/run --pidfile $PWD/pid -H unix://$PWD/sock \
    --bridge none --iptables=false --ip6tables=false --cgroup-parent /proofs-of-articles/second "$@" >log 2>&1 &
  export DOCKER_HOST=unix://$PWD/sock
  for try in $(seq 100); do docker info >/dev/null 2>&1 && break; sleep 0.2; done
}
over() { # ends it, without the ten seconds that it gives to what runs
  docker ps -q | xargs -r docker kill >/dev/null
  kill "$(cat /root/case/engine/pid)"
  while [ -e /root/case/engine/pid ]; do sleep 0.2; done
  sleep 0.5
}
make() { printf 'FROM alpine\nRUN echo %s >/random\n' $RANDOM | docker build -q --network none -t "$1" - >/dev/null; }
export -f second over make
END
