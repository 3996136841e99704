-- Whoever deletes a category has to find the entries it is proposed for. Few entries have a proposal.
create index transactions_proposed on transactions (household_id, proposed_category_id)
  where proposed_category_id is not null;
