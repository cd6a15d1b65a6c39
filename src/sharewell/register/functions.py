# ruff: noqa: S608  the one name put into these statements is our own
"""The functions that PostgreSQL runs as the tables' owner: refusing, erasing, looking up. Each does one narrow thing.

A function that acts as the owner names its search path, so that nobody can put a table of their own in front.
"""

from __future__ import annotations

#: The setting that names the agency, for one transaction.
AGENCY = "sharewell.agency"

# The first argument is the column of the primary key. What opens an entry goes with the row that it opens.
REFUSE = """
CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE old_table text := TG_TABLE_NAME; old_row text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    old_row := to_jsonb(OLD) ->> TG_ARGV[0];
    IF TG_TABLE_NAME = 'register_opening' THEN
      old_table := to_jsonb(OLD) ->> 'table';
      old_row := to_jsonb(OLD) ->> 'row';
    END IF;
    IF EXISTS (SELECT 1 FROM register_tombstone WHERE "table" = old_table AND "row" = old_row) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '%: a kept row is never changed, and goes only when erased, with a tombstone', TG_TABLE_NAME;
END $$;
CREATE OR REPLACE FUNCTION register_refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: kept rows are never removed together', TG_TABLE_NAME; END $$
"""

# Erasure is the owner's to do and the service's to ask for: one row, of its own agency, with its tombstone there, and
# what opened its entries. Gives how many rows went.
ERASE = f"""
CREATE OR REPLACE FUNCTION register_erase(which text, this text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE gone bigint; key text; agency uuid := nullif(current_setting('{AGENCY}', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM register_tombstone WHERE "table" = which AND "row" = this AND agency_id = agency)
    OR which NOT LIKE 'register\\_%'
  THEN RAISE EXCEPTION 'no tombstone of this agency names that row'; END IF;
  SELECT a.attname INTO key FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = which::regclass AND i.indisprimary;
  EXECUTE format('DELETE FROM %I WHERE %I::text = $1 AND agency_id = $2', which, key) USING this, agency;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM register_opening WHERE "table" = which AND "row" = this;
  RETURN gone;
END $$
"""

# What opens the entries about one row, gone by itself: for a row that stays, emptied, because others lead to it.
FORGET = f"""
CREATE OR REPLACE FUNCTION register_forget(which text, this text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE gone bigint;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM register_tombstone WHERE "table" = which AND "row" = this
    AND agency_id = nullif(current_setting('{AGENCY}', true), '')::uuid)
  THEN RAISE EXCEPTION 'no tombstone of this agency names that row'; END IF;
  DELETE FROM register_opening WHERE "table" = which AND "row" = this;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$
"""

# A search across agencies meets keyed digests only, through this door only: agency, person and kind of key, no more.
LOOK_UP = """
CREATE OR REPLACE FUNCTION register_look_up(keys text[])
RETURNS TABLE (agency uuid, person uuid, kind text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT agency_id, person_id, kind::text FROM register_indexkey WHERE key = ANY (keys)
$$
"""

# Which services may be told to other agencies: at work on the day, neither they nor their agency hidden unless listing
# was agreed to, and no restricted record. The service, the contact and the day; nothing of the case.
LISTED = """
CREATE OR REPLACE FUNCTION register_listed_involvements(persons uuid[], today date)
RETURNS TABLE (agency uuid, person uuid, service text, contact text, from_on date) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT i.agency_id, i.person_id, i.service::text, i.contact::text, i.from_on
  FROM register_involvement i JOIN register_organisation o ON o.id = i.agency_id
  WHERE i.person_id = ANY (persons) AND i.from_on <= today AND (i.to_on IS NULL OR i.to_on >= today)
    AND ((i.sensitive_since IS NULL AND o.sensitive_since IS NULL) OR i.listing_agreed_on <= today)
    AND NOT EXISTS (
      SELECT 1 FROM register_safetymark m LEFT JOIN register_safetymarkend e ON e.mark_id = m.id
      WHERE m.child_id = i.person_id AND m.kind = 'restricted' AND e.id IS NULL)
  ORDER BY o.name, i.service, i.id
$$
"""

# A child's own record shows who looked: one row in the agency that holds each child who was met. The search must be the
# acting agency's own, and everything else in the row is taken from it.
NOTE_SEARCH = f"""
CREATE OR REPLACE FUNCTION register_note_search(this uuid, rows uuid[], persons uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE added bigint;
BEGIN
  INSERT INTO register_searchhit
    (id, agency_id, recorded_at, recorded_by_id, search_id, person_id, searched_by_agency_id, purpose)
  SELECT h.row_id, p.agency_id, s.recorded_at, s.recorded_by_id, s.id, p.id, s.agency_id, s.purpose
  FROM unnest(rows, persons) AS h (row_id, person_id) JOIN register_person p ON p.id = h.person_id
    JOIN register_search s ON s.id = this AND s.agency_id = nullif(current_setting('{AGENCY}', true), '')::uuid;
  GET DIAGNOSTICS added = ROW_COUNT;
  RETURN added;
END $$
"""

#: What the service may call; nobody else may.
CALLABLE = (
    "register_erase(text, text)",
    "register_forget(text, text)",
    "register_look_up(text[])",
    "register_listed_involvements(uuid[], date)",
    "register_note_search(uuid, uuid[], uuid[])",
)
