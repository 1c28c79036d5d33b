/** Whether what a service needs is there. */
package nl.klimrek.servicekit.health;
