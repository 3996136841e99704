-- Devices that lock the app themselves.

-- Whether the device of this session has said, after a confirmation, that it locks the app while nobody uses it. Only
-- such a session may go without its person for ever; those that are open now ask again after a quarter of an hour.
alter table sessions add column app_lock boolean not null default false;
