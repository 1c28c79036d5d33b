/** What every service's API description says alike. */
package nl.klimrek.servicekit.openapi;
