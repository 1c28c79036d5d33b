package nl.klimrek.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds an event record to its CloudEvents type (with major version) and to the one topic it travels on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventContract {

    /** CloudEvents {@code type}, for example {@code nl.klimrek.people.person-joined.v1}. */
    String type();

    /** Topic, one of {@link Topics}. */
    String topic();
}
