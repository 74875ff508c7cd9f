# Debian-based: the Node.js that npm brings along is a glibc binary.
FROM node:22-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ARG SITE_URL
ENV SITE_URL=${SITE_URL}
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /site
COPY --from=build /site .
RUN mkdir -p /cache && chown node:node /cache
ARG SITE_URL
ENV HOST=0.0.0.0 PORT=3000 CACHE_DIR=/cache SITE_URL=${SITE_URL}
USER node
VOLUME /cache
EXPOSE 3000
CMD ["npm", "start"]
