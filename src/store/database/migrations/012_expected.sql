-- The day by which the shop expects an order to be there.
ALTER TABLE shop_order ADD COLUMN expected_on TEXT;
