# Made once before all proofs. There is no Docker Hub here: a registry on this machine answers to its name and to that of the
# examples, and small images of Debian's programs stand for those that articles name.
cat >/etc/hosts <<'END'
127.0.0.1 localhost engine registry.example.com registry-1.docker.io
END
mkdir -p /root/registry && cd /root/registry
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=registry \
  -addext 'subjectAltName=DNS:registry.example.com,DNS:registry-1.docker.io' 2>/dev/null
cp cert.pem /usr/local/share/ca-certificates/registry.crt
update-ca-certificates >/dev/null 2>&1
cat >config.yml <<'END'
version: 0.1
storage: { filesystem: { rootdirectory: /root/registry/data }, delete: { enabled: true } }
http: { addr: ':443', tls: { certificate: /root/registry/cert.pem, key: /root/registry/key.pem } }
END
docker-registry serve config.yml >log 2>&1 &
# The engine reads the certificates when it starts.
kill "$(cat /run/docker.pid)"
sleep 1
until docker info >/dev/null 2>&1; do sleep 0.3; done

# The image that all others are made of: this system without its engine
tar -C / --one-file-system --exclude='./usr/bin/docker*' --exclude=./usr/sbin/dockerd --exclude='./usr/bin/containerd*' \
  --exclude=./usr/bin/ctr --exclude=./usr/sbin/runc --exclude=./usr/libexec/docker --exclude='./usr/share/[dlm]o*' \
  --exclude='./usr/bin/qemu*' -c ./bin ./sbin ./lib ./lib64 ./etc ./usr ./var/lib/dpkg/status |
  docker import -c 'CMD ["bash"]' - debian:13 >/dev/null

make() { # name, and its Dockerfile from standard input
  mkdir -p /root/make
  docker build -q -t "$1" -f - /root/make >/dev/null
}

make nginx:1.30 <<'END'
FROM debian:13
RUN mkdir -p /run /tmp /var/log/nginx /var/lib/nginx /etc/nginx/conf.d /var/run \
 && rm -rf /etc/nginx/sites-enabled /etc/nginx/conf.d/* \
 && echo original > /usr/share/nginx/html/index.html \
 && printf 'server { listen 80; location / { root /usr/share/nginx/html; } }\n' > /etc/nginx/conf.d/default.conf \
 && printf 'user root;\nevents {}\nhttp { access_log /dev/stdout; include /etc/nginx/conf.d/*.conf; }\n' > /etc/nginx/nginx.conf
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
END
make alpine:latest <<'END'
FROM scratch
COPY --from=debian:13 /usr/bin/busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
RUN mkdir -p /etc /tmp /data && chmod 1777 /tmp
CMD ["sh"]
END
make postgres:18 <<'END'
FROM alpine
STOPSIGNAL SIGKILL
RUN mkdir -p /var/lib/postgresql && printf '#!/bin/sh\nexit 0\n' > /bin/pg_isready && chmod +x /bin/pg_isready
VOLUME /var/lib/postgresql
CMD ["sleep", "1000"]
END
make mysql:8.4 <<'END'
FROM alpine
VOLUME /var/lib/mysql
CMD ["sh", "-c", "echo table >> /var/lib/mysql/shop; exec sleep 1000"]
END
make python:3 <<'END'
FROM debian:13
RUN head -c 25M /dev/zero > /usr/lib/large
END
make registry.example.com/shop/app:1.4 <<'END'
FROM alpine
CMD ["sleep", "1000"]
END
docker tag nginx:1.30 nginx:stable
docker tag nginx:1.30 nginx:latest
docker tag alpine:latest busybox:latest
for image in nginx:1.30 nginx:stable nginx:latest alpine:latest busybox:latest debian:13 registry.example.com/shop/app:1.4; do
  docker push -q "$image" >/dev/null
done
