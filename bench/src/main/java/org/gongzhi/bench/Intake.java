package org.gongzhi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.server.matters.FilingScript;
import org.gongzhi.server.store.Cluster;
import org.gongzhi.server.store.Login;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many requests a second the form takes over HTTP (收件吞吐), beside {@code pgbench} committing the same rows with the
 * same statement on the same server in the same run. Both are durable: every answer follows a commit on disk.
 */
@Command(name = "intake", description = "filings a second over HTTP beside pgbench with the same rows")
final class Intake implements Callable<Integer> {
    /** Each run of pgbench numbers its matters beyond the server's and the other runs'. */
    private static final long BEYOND = 1_000_000_000L;

    private static final String LOG = "server.log";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    @Option(names = "--clients", defaultValue = "32", description = "clients (${DEFAULT-VALUE})")
    private int clients = 32;

    @Option(names = "--seconds", defaultValue = "15", description = "seconds a round (${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(names = "--warm-up", defaultValue = "40", description = "seconds before (${DEFAULT-VALUE})")
    private int warmUp = 40;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds of each, in turn (${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--java", description = "an option for the server's Java, may be given again")
    private List<String> options = List.of();

    private int runs;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        String pgbench = program()
                .orElseThrow(() -> new IllegalStateException("pgbench is missing. On Debian: apt-get install postgresql"
                        + " (it brings /usr/lib/postgresql/*/bin/pgbench); elsewhere: PostgreSQL's own packages."));
        Path data = Files.createTempDirectory("gongzhi-intake");
        // A database under another account than root's has to pass through this folder.
        data.toFile().setExecutable(true, false);
        data.toFile().setReadable(true, false);
        Process server = null;
        try {
            int port = freePort();
            server = start(data, port);
            await(server, data, port);
            Login login = Cluster.running(data).orElseThrow().owner();
            Login app = Cluster.running(data).orElseThrow().app();
            Load load = new Load(port, clients);
            System.out.println("warming up for " + warmUp + " s …");
            load.run(warmUp);
            Path script = data.resolve("filing.sql");
            try (Connection connection = login.connect()) {
                Files.writeString(script, FilingScript.from(connection));
            }
            bench(pgbench, app, script, 3);
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                ours.add(load.run(seconds));
                theirs.add(bench(pgbench, app, script, seconds));
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,.0f filings/s over HTTP, %,.0f/s by pgbench, ratio %.2f%n",
                        round,
                        ours.getLast(),
                        theirs.getLast(),
                        ours.getLast() / theirs.getLast());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d clients, %d s a round, %d processors: median %,.0f filings/s, pgbench %,.0f/s, ratio %.2f; refused %d%n",
                    clients,
                    seconds,
                    Runtime.getRuntime().availableProcessors(),
                    median(ours),
                    median(theirs),
                    median(ours) / median(theirs),
                    load.refused());
            return load.refused() == 0 ? 0 : 1;
        } finally {
            if (server != null) {
                server.destroy();
                server.waitFor(30, TimeUnit.SECONDS);
            }
            delete(data);
        }
    }

    private static Optional<String> program() throws IOException {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(folder, "pgbench"));
        }
        Path packaged = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packaged)) {
            try (Stream<Path> versions = Files.list(packaged)) {
                versions.map(version -> version.resolve("bin").resolve("pgbench"))
                        .forEach(places::addFirst);
            }
        }
        return places.stream().filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    private Process start(Path data, int port) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(options);
        words.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "org.gongzhi.server.Gongzhi",
                "run",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(LOG).toFile())
                .start();
    }

    private static void await(Process server, Path data, int port) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (!server.isAlive()) {
                throw new IllegalStateException("the server ended with " + server.exitValue() + " and said:\n"
                        + Files.readString(data.resolve(LOG)));
            }
            try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("the server did not come up");
    }

    private double bench(String pgbench, Login login, Path script, int length)
            throws IOException, InterruptedException {
        Matcher url = Pattern.compile("//([^:/]+):([0-9]+)/(.+)$").matcher(login.url());
        if (!url.find()) {
            throw new IllegalStateException("no host and port in " + login.url());
        }
        ProcessBuilder builder = new ProcessBuilder(
                pgbench,
                "-h",
                url.group(1),
                "-p",
                url.group(2),
                "-U",
                login.user(),
                "-n",
                "-D",
                "n=0",
                "-D",
                "base=" + BEYOND * ++runs,
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Integer.toString(length),
                "-f",
                script.toString(),
                url.group(3));
        builder.environment().put("PGPASSWORD", login.password());
        Process process = builder.redirectErrorStream(true).start();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench failed:\n" + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
