/** One service under test: started on a test backend, called over HTTP, on a clock that the test moves. */
package nl.klimrek.testkit.service;
