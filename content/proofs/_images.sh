# The images that all proofs share: small ones of Debian's programs stand for those that articles name. One machine makes them; the
# others begin with a copy.
cd /root

# Debian without its engine and what else is large, in which all other images find their programs
for left_out in 'usr/bin/[cd]o[cn]*' usr/bin/ctr usr/bin/crun 'usr/bin/git*' usr/bin/notation usr/bin/podman 'usr/bin/python3*' usr/bin/restic \
  usr/lib/cni usr/lib/containerd usr/lib/file usr/lib/git-core usr/lib/podman 'usr/lib/python3*' usr/lib/x86_64-linux-gnu/gconv \
  'usr/lib/x86_64-linux-gnu/libpython*' usr/lib/x86_64-linux-gnu/perl usr/libexec/docker usr/libexec/podman usr/sbin/docker* usr/sbin/runc \
  usr/sbin/recvtty usr/sbin/remap-rootfs usr/sbin/seccompagent usr/share/doc usr/share/i18n usr/share/locale usr/share/man \
  usr/share/perl var/cache var/lib/apt var/lib/postgresql; do
  printf './%s\n' "$left_out"
done >left-out
tar -C / --one-file-system -X left-out -c ./bin ./sbin ./lib ./lib64 ./etc ./usr ./var |
  docker import -c 'CMD ["bash"]' - debian:13 >/dev/null
rm left-out
# It takes the longest to push: that goes on while the others are made.
docker push -q debian:13 >/dev/null &

make() { # name, and its Dockerfile from standard input
  mkdir -p /root/make
  docker build -q -t "$1" -f - /root/make >/dev/null
}

make alpine:latest <<'END'
FROM scratch
COPY --from=debian:13 /usr/bin/busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
RUN mkdir -p /etc /tmp && chmod 1777 /tmp
CMD ["sh"]
END

make nginx:1.30 <<'END'
FROM debian:13
RUN mkdir -p /run /tmp /var/log/nginx /var/lib/nginx /etc/nginx/conf.d && rm -rf /etc/nginx/sites-enabled /var/www
RUN mkdir -p /usr/share/nginx/html && echo original >/usr/share/nginx/html/index.html
RUN printf 'server { listen 80; location / { root /usr/share/nginx/html; } }\n' >/etc/nginx/conf.d/default.conf
RUN printf 'events {}\nhttp { access_log /dev/stdout; include /etc/nginx/conf.d/*.conf; }\n' >/etc/nginx/nginx.conf
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
END

cat >/root/make/postgres <<'END'
#!/bin/sh
set -e
export PATH=/usr/lib/postgresql/18/bin:$PATH PGDATA=/var/lib/postgresql/18/docker
mkdir -p "$PGDATA" /run/postgresql && chown -R postgres /var/lib/postgresql /run/postgresql
[ -e "$PGDATA/PG_VERSION" ] ||
  setpriv --reuid postgres --clear-groups initdb --pwfile "$POSTGRES_PASSWORD_FILE" -A scram-sha-256 >/dev/null
exec setpriv --reuid postgres --clear-groups postgres -c listen_addresses='*'
END
make postgres:18 <<'END'
FROM debian:13
COPY --chmod=755 postgres /usr/local/bin/
VOLUME /var/lib/postgresql
CMD ["postgres"]
END

# Only where the files of MySQL lie is shown.
make mysql:8.4 <<'END'
FROM alpine
VOLUME /var/lib/mysql
CMD ["sh", "-c", "echo table >>/var/lib/mysql/shop; exec sleep 1000"]
END

make python:3 <<'END'
FROM debian:13
RUN head -c 25M /dev/urandom >/usr/lib/large
END

make registry.example.com/shop/app:1.4 <<'END'
FROM alpine
CMD ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.2; done"]
END

docker tag nginx:1.30 nginx:stable
docker tag nginx:1.30 nginx:latest
wait
for image in alpine:latest nginx:1.30 nginx:stable nginx:latest registry.example.com/shop/app:1.4; do
  docker push -q "$image" >/dev/null
done
docker save alpine -o alpine.tar
