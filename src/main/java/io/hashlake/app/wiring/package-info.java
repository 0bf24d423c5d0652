/** CDI producers of the plain classes that the pipeline, the API and the dashboard are made of. */
package io.hashlake.app.wiring;
