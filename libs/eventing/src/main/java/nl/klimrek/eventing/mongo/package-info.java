/** Connection to MongoDB: concerns, the topology that they need, and the classification of its failures. */
package nl.klimrek.eventing.mongo;
