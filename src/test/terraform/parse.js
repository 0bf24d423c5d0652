// Prints the Terraform files that it is given as one object of JSON, by path.
import { readFileSync } from "node:fs";
import hcl from "@cdktf/hcl2json";

const parsed = {};
for (const path of process.argv.slice(2)) {
  parsed[path] = await hcl.parse(path, readFileSync(path, "utf8"));
}
console.log(JSON.stringify(parsed));
