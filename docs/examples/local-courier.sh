#!/bin/sh
# A source of one's own for posylka: a courier that does not exist, for numbers such as LC10000001.
#
#   [sources.local-courier]
#   command = ["~/bin/local-courier.sh"]
#   name = "Local Courier"
#
# Only sh, sed and tr are needed, because a number is nothing but letters and digits. A real one would ask somebody
# where `report` decides, and had better build its JSON with jq or in a language that has it.
set -eu

# {"version":1,"numbers":["LC10000001","LC10000002"],"language":"en"}
numbers=$(sed -n 's/.*"numbers":\[\([^]]*\)\].*/\1/p' | tr -d '" ' | tr ',' ' ')

event() { # wall time, place, words, status, sub-status
    printf '{"time":{"local":"%s","offset":"+03:00"},"place":"%s","text":"%s","text_lang":"en",' "$1" "$2" "$3"
    printf '"status":"%s","sub_status":"%s"}' "$4" "$5"
}

on_its_way() {
    event 2026-11-18T09:30:00 "Example City" "Sorted" in_transit arrival
    printf ','
    event 2026-11-17T18:05:00 "Sampleton" "Taken from the sender" in_transit picked_up
}

report() {
    case $1 in
    LC*1)
        printf '{"number":"%s","known":true,"status":"in_transit","carrier":"Local Courier",' "$1"
        printf '"eta":{"from":"2026-11-21","to":"2026-11-23"},"events":['
        on_its_way
        printf ']}'
        ;;
    LC*2)
        printf '{"number":"%s","known":true,"status":"delivered","carrier":"Local Courier","events":[' "$1"
        event 2026-11-19T12:10:00 "Example City" "Handed to the addressee" delivered other
        printf ','
        on_its_way
        printf ']}'
        ;;
    LC*9) printf '{"number":"%s","trouble":"temporary","detail":"the depot does not answer"}' "$1" ;;
    *) printf '{"number":"%s","known":false}' "$1" ;;
    esac
}

printf '{"version":1,"reports":['
comma=
for number in $numbers; do
    printf '%s' "$comma"
    report "$number"
    comma=,
done
printf ']}\n'
