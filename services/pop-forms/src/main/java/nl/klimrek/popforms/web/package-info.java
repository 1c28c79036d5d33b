/** The plan over HTTP: requests, and what each reader may see of a plan. */
package nl.klimrek.popforms.web;
