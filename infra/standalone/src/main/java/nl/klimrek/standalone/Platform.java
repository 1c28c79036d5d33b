package nl.klimrek.standalone;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.klimrek.embedded.StartRefused;
import nl.klimrek.embedded.StoreAccess;
import nl.klimrek.identity.IdentityService;
import nl.klimrek.identity.Secrets;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.access.OwnerOnly;
import nl.klimrek.standalone.mailbox.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything in order, says when it is ready, and stops it in the opposite order. */
@Command(name = "infra/up", description = "Runs the whole platform in one process.", mixinStandardHelpOptions = true)
public final class Platform implements Runnable, AutoCloseable {

    private static final int REFUSED = 2;

    @Mixin
    private PlatformOptions options;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Runs until the process is told to stop; exit 2 with one sentence when it can not start. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Platform())
                .setExecutionExceptionHandler(Platform::refuse)
                .execute(arguments));
    }

    private static int refuse(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused || cause instanceof CannotStart) {
                System.err.println(cause.getMessage());
                return REFUSED;
            }
        }
        logger().error("the platform could not start", failure);
        System.err.println("The platform could not start: " + failure.getMessage());
        return 1;
    }

    @Override
    public void run() {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close();
                            stopped.countDown();
                        },
                        "stop"));
        start();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        options.data = options.data.toAbsolutePath().normalize();
        System.setProperty("klimrek.data", options.data.toString());
        closeToOthers();
        // Before anything runs beside it, so that the log is ready when many ask for it at once.
        logger().info("starting on {}", options.data);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Instant begin = Instant.ofEpochMilli(System.currentTimeMillis());
        options.requireLoopbackOrConsent();
        PortalPort.requireFree(options);
        Secrets secrets = Secrets.in(options.data);
        BrokerPrincipals principals = BrokerPrincipals.with(secrets);
        Engines engines = keep(Engines.start(options, principals, new StoreAccess("klimrek", secrets.client("store"))));
        List<String> inside = new ArrayList<>(Services.names());
        inside.add(Settings.IDENTITY);
        inside.add(Settings.MAILBOX);
        InternalPorts ports = InternalPorts.choose(inside);
        Mailbox mailbox = keep(
                Mailbox.start(options.data.resolve("mail"), ports.of(Settings.MAILBOX), secrets.client("mailbox")));
        Settings settings = new Settings(options, engines, principals, ports, secrets, mailbox);
        if (!options.empty) {
            DemoOrganisation.announce(
                    engines.kafka().bootstrapServers(), principals.clientSettings(BrokerPrincipals.HR_SYSTEM));
        }
        CompletableFuture<Void> identity =
                CompletableFuture.runAsync(() -> keep(IdentityService.start(settings.identity())));
        keep(Services.start(settings::of));
        identity.join();
        new Readiness(options.hostAddress(), options.port).await(Duration.ofMinutes(2));
        Greeting greeting = new Greeting(options, secrets);
        OwnerOnly.write(options.data.resolve("secrets/sign-in"), greeting.signIn());
        System.out.println(greeting.text(Duration.between(begin, Instant.ofEpochMilli(System.currentTimeMillis()))));
    }

    private void closeToOthers() {
        try {
            OwnerOnly.closeData(options.data);
        } catch (UncheckedIOException e) {
            throw new CannotStart(e.getMessage() + "; choose another with --data.", e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    /** Stops what was started, last first; what fails to stop is logged and does not keep the rest. */
    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                AutoCloseable part = started.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    logger().warn("{} did not stop well", part.getClass().getSimpleName(), e);
                }
            }
        }
    }

    /** Asked for late: the log's folder follows from the options. */
    private static Logger logger() {
        return LoggerFactory.getLogger(Platform.class);
    }
}
