package nl.klimrek.testkit.backend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on a backend, and hands a {@link Backend} to every test or life-cycle method
 * or constructor that asks for one as a parameter. A suite is written once, as an abstract class, and run on both:
 * <pre>{@code
 * abstract class OutboxSuite {
 *     @Test void an_event_is_sent_once(Backend backend) { … }
 * }
 * @RunsOn(EMBEDDED)   class OutboxTest extends OutboxSuite { }
 * @RunsOn(CONTAINERS) class OutboxOnContainersTest extends OutboxSuite { }
 * }</pre>
 * Where no Docker engine answers the second class is skipped as a whole, and standard error says so once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BackendExtension.class)
public @interface RunsOn {

    BackendKind value();
}
