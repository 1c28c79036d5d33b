/** Connection to MongoDB: concerns, the topology that they need, and the classification of its failures. */
@NullMarked
package nl.klimrek.eventing.mongo;

import org.jspecify.annotations.NullMarked;
