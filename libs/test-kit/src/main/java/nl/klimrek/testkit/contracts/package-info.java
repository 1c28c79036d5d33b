/** Every released sample given to the service that reads it, also as a later version of its writer might send it. */
package nl.klimrek.testkit.contracts;
