# stigmalint in a container, for documents from strangers: no network, nothing it can write to, no rights.
#
#   docker build -t stigmalint -f stigmalint.Dockerfile .
#   docker run --rm --network none --read-only --cap-drop ALL --security-opt no-new-privileges \
#     --tmpfs /tmp --memory 2g -v "$PWD:/documents:ro" stigmalint check
#
# For a build that is the same every time, name the image by its digest: python:3.12-slim@sha256:…
FROM python:3.12-slim
ARG STIGMALINT={source}
RUN python -m pip install --no-cache-dir --disable-pip-version-check "$STIGMALINT" \
 && useradd --system --no-create-home --shell /usr/sbin/nologin reader
USER reader
WORKDIR /documents
ENTRYPOINT ["stigmalint"]
CMD ["check"]
