/**
 * The platform in separate processes: services, three brokers and a store. Each is killed with {@code kill -9} while users
 * work; then the guarantees are checked from outside, over Kafka and HTTP.
 */
package nl.klimrek.acceptance.processes;
