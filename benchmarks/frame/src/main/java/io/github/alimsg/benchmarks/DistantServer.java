package io.github.alimsg.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A process with two servers behind a {@link DelayingProxy}. Standard input says how far away they are, and which of
 * them leaves and comes back.
 */
public final class DistantServer {
    private static final long SEED = 20260108;

    private DistantServer() {}

    /** Argument: the key store. Prints the port. */
    public static void main(String[] args) throws Exception {
        var counts = new Counts(new Tls(args[0]));
        List<CannedTlsServer> servers =
                List.of(CannedTlsServer.start(counts, true), CannedTlsServer.start(counts, true));
        List<Integer> both = servers.stream().map(CannedTlsServer::port).toList();
        DelayingProxy proxy = DelayingProxy.start(SEED, both);
        System.out.println(proxy.port());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "counts" -> System.out.println(counts.line());
                case "distance" -> proxy.roundTrip(Long.parseLong(words[1]) * 1_000_000);
                case "leave" -> {
                    int leaving = Integer.parseInt(words[1]);
                    proxy.forwardTo(List.of(both.get(1 - leaving)));
                    servers.get(leaving).become(CannedTlsServer.Service.valueOf(words[2]));
                }
                case "back" -> {
                    servers.get(Integer.parseInt(words[1])).become(CannedTlsServer.Service.STAYS);
                    proxy.forwardTo(both);
                }
                default -> throw new IllegalArgumentException(line);
            }
            if (!words[0].equals("counts")) {
                System.out.println("= 0");
            }
        }
        System.exit(0);
    }
}
