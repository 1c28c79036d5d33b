package nl.klimrek.servicekit.tracing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * The name of the service whose work a thread does, for log lines of a process that runs several. A service is started in
 * a thread group of its own, which all threads that it starts belong to; a request's thread also has the name in its MDC.
 */
public final class ServiceName {

    /** Key in the MDC. */
    public static final String KEY = "serviceName";

    /** The service name in a log line outside any service. */
    public static final String PLATFORM = "platform";

    private static final String PREFIX = "service-";

    private ServiceName() {}

    /** The service of the current thread, or {@link #PLATFORM}. */
    public static String current() {
        String known = MDC.get(KEY);
        if (known != null) {
            return known;
        }
        for (ThreadGroup group = Thread.currentThread().getThreadGroup(); group != null; group = group.getParent()) {
            if (group.getName().startsWith(PREFIX)) {
                return group.getName().substring(PREFIX.length());
            }
        }
        return PLATFORM;
    }

    /**
     * Starts a service in a thread group with its name and returns what the start gives.
     *
     * @throws RuntimeException the start's own failure
     */
    public static <T> T startAs(String service, Supplier<T> start) {
        FutureTask<T> task = new FutureTask<>(start::get);
        new Thread(new ThreadGroup(PREFIX + service), task, "start-" + service).start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + service + " started", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (failed.getCause() instanceof Error own) {
                throw own;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
