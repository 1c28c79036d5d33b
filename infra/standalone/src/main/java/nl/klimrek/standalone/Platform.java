package nl.klimrek.standalone;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.klimrek.embedded.EmbeddedStartException;
import nl.klimrek.embedded.store.StoreAccess;
import nl.klimrek.identity.IdentityService;
import nl.klimrek.identity.SecretStore;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.access.OwnerOnlyFiles;
import nl.klimrek.standalone.mailbox.MailboxServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts all parts of the platform in order, prints when it is ready, and stops them in reverse order. */
@Command(name = "infra/up", description = "Runs the whole platform in one process.", mixinStandardHelpOptions = true)
public final class Platform implements Runnable, AutoCloseable {

    private static final int REFUSED = 2;

    @Mixin
    private PlatformOptions options;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Runs until the process is stopped. Exits with 2 and one sentence if the platform cannot start. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Platform())
                .setExecutionExceptionHandler(Platform::refuse)
                .execute(arguments));
    }

    private static int refuse(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EmbeddedStartException || cause instanceof PlatformStartException) {
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
        restrictData();
        // The log must be ready before several threads ask for it at once.
        logger().info("starting on {}", options.data);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        long begin = System.nanoTime();
        options.requireLoopbackOrConsent();
        PortalPortCheck.requireFree(options);
        SecretStore secrets = SecretStore.in(options.data);
        BrokerPrincipals principals = BrokerPrincipals.with(secrets);
        EmbeddedServers engines =
                keep(EmbeddedServers.start(options, principals, new StoreAccess("klimrek", secrets.client("store"))));
        List<String> inside = new ArrayList<>(ServiceContexts.names());
        inside.add(ServiceSettings.IDENTITY);
        inside.add(ServiceSettings.MAILBOX);
        InternalPorts ports = InternalPorts.choose(inside);
        MailboxServer mailbox = keep(MailboxServer.start(
                options.data.resolve("mail"), ports.of(ServiceSettings.MAILBOX), secrets.client("mailbox")));
        OwnerOnlyFiles.write(options.data.resolve("client/mail-port"), mailbox.smtpPort() + "\n");
        ServiceSettings settings = new ServiceSettings(options, engines, principals, ports, secrets, mailbox);
        if (!options.empty) {
            DemoEmployeePublisher.announce(
                    engines.kafka().bootstrapServers(), principals.clientSettings(BrokerPrincipals.HR_SYSTEM));
        }
        CompletableFuture<Void> identity =
                CompletableFuture.runAsync(() -> keep(IdentityService.start(settings.identity())));
        keep(ServiceContexts.start(settings::of));
        identity.join();
        new ReadinessProbe(options.hostAddress(), options.port).await(Duration.ofMinutes(2));
        engines.kafka().stopRates();
        StartupMessage greeting = new StartupMessage(options, secrets);
        OwnerOnlyFiles.write(options.data.resolve("secrets/sign-in"), greeting.signIn());
        System.out.println(greeting.text(Duration.ofNanos(System.nanoTime() - begin)));
    }

    private void restrictData() {
        try {
            OwnerOnlyFiles.restrictData(options.data);
        } catch (UncheckedIOException e) {
            throw new PlatformStartException(e.getMessage() + "; choose another with --data.", e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    /** Stops the started parts in reverse order. A part that fails to stop is logged, and the next one is stopped. */
    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                AutoCloseable part = started.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    logger().warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
                }
            }
        }
    }

    /** Created late, because the log folder follows from the options. */
    private static Logger logger() {
        return LoggerFactory.getLogger(Platform.class);
    }
}
