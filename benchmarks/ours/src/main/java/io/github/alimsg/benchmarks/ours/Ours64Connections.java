package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;

/** With at most 64 connections, for which further calls wait. */
public final class Ours64Connections extends Ours {
    @Override
    DysmsMainlandClient.Builder builder(int port) {
        return super.builder(port).maxConnections(64);
    }
}
