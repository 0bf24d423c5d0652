/** Posts while their JSON is being read: fields in any order, some of them missing still. */
package io.hashlake.x.json.draft;
