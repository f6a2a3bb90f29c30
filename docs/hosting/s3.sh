#!/bin/sh
# Copies the packed site into a bucket: docs/hosting/s3.sh s3://my-bucket [more options of "aws s3 sync"]
# CloudFront compresses by itself, so the compressed copies stay here; so does what only other hosts read.
set -eu
bucket=$1
shift
forever='public, max-age=31536000, immutable'
# Names that hold a hash first, and none is deleted: readers may have an older page open.
for folder in _astro pagefind/fragment pagefind/index pagefind/filter; do
  [ ! -d "dist/$folder" ] ||
    aws s3 sync "dist/$folder" "$bucket/$folder" --cache-control "$forever" --exclude '*.br' --exclude '*.gz' --size-only "$@"
done
hashed="--exclude _astro/* --exclude pagefind/fragment/* --exclude pagefind/index/* --exclude pagefind/filter/*"
no_compressed="--exclude *.br --exclude *.gz --exclude _headers --exclude _redirects"
set -f
aws s3 sync dist "$bucket" --cache-control no-cache --delete $hashed $no_compressed --exclude '*.html' --exclude '*.md' --exclude '*.txt' "$@"
# What "aws" would not say of these: that they are UTF-8.
for type in 'html text/html' 'md text/markdown' 'txt text/plain'; do
  ending=${type%% *}
  aws s3 sync dist "$bucket" --cache-control no-cache --delete --content-type "${type#* }; charset=utf-8" \
    --exclude '*' --include "*.$ending" $hashed "$@"
done
