/** Read documents of a whole organisation, spread so that keeping them costs the same whatever its size. */
package nl.klimrek.people.register;
