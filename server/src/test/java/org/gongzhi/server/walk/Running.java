package org.gongzhi.server.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.gongzhi.server.Gongzhi;
import org.gongzhi.server.store.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The whole program, running in this JVM on a data directory and a database that may be there already (运行中的平台). */
final class Running implements AutoCloseable {
    /** The root of the project. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final String NEVER = "1000d";

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the program. Time acts in it only when {@link #letTimeAct} is called, and once at the start. */
    static Running start(TestDatabase database, Path data, InstantSource clock) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.datasource.url", database.app().url());
        properties.put("spring.datasource.username", database.app().user());
        properties.put("spring.datasource.password", database.app().password());
        properties.put("spring.flyway.user", database.owner().user());
        properties.put("spring.flyway.password", database.owner().password());
        properties.put("gongzhi.data", data.toString());
        properties.put("gongzhi.rulebook", PROJECT.resolve("rulebooks/futian").toString());
        properties.put("gongzhi.demo", PROJECT.resolve("demo/futian").toString());
        properties.put("gongzhi.deadlines-every", NEVER);
        properties.put("gongzhi.follow-every", NEVER);
        properties.put("gongzhi.deletion-every", NEVER);
        return new Running(new SpringApplicationBuilder(Gongzhi.class)
                .web(WebApplicationType.SERVLET)
                .properties(properties)
                .registerShutdownHook(false)
                .initializers(made -> made.getBeanFactory().registerSingleton("instants", clock))
                .run());
    }

    /** A new folder for what the program keeps beside its database. */
    static Path newData() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "walk-").toRealPath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Runs once, here and now, all that the program does by the clock. */
    void letTimeAct() {
        context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.getTask().toString().startsWith("org.gongzhi"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    @Override
    public void close() {
        context.close();
    }
}
