/** Wires the machinery into a Spring context; nothing else in this library knows Spring but the listener container. */
package nl.klimrek.eventing.spring;
