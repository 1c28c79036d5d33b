/** Shared parts of HTTP: correlation, strict JSON, paged lists. */
package nl.klimrek.servicekit.web;
