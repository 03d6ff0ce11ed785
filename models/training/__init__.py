"""How lv_extract is trained: each module is a step of the workflow in ../project.yml."""
