package nl.klimrek.servicekit.tracing;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes the service that a log line is about; a Logback conversion word. */
public final class ServiceNameConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return ServiceName.current();
    }
}
