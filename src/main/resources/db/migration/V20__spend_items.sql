CREATE TABLE ops.spend_item (
    day          date NOT NULL,
    source       text NOT NULL,
    resource     text NOT NULL,
    price_micros bigint NOT NULL,
    amount       bigint NOT NULL,
    PRIMARY KEY (day, source, resource, price_micros)
);

COMMENT ON TABLE ops.spend_item IS 'What was read from X, by day, source, resource and price';
COMMENT ON COLUMN ops.spend_item.day IS 'Day in UTC, as X counts';
COMMENT ON COLUMN ops.spend_item.source IS 'Who bears it: a source, NAME.gaps for what fills its gaps, x:stream for what streams share, x:reserved for posts that may be read at any moment';
COMMENT ON COLUMN ops.spend_item.resource IS 'post, included_post, user, counts_recent, counts_all, owned_read, or request for requests of any kind';
COMMENT ON COLUMN ops.spend_item.price_micros IS 'Price of one in millionths of a dollar; of a reserved post the most that it may cost';
COMMENT ON COLUMN ops.spend_item.amount IS 'How many';

-- What was read before had the price of a post all the time.
INSERT INTO ops.spend_item (day, source, resource, price_micros, amount)
SELECT day, source, 'post', 5000, posts FROM ops.spend WHERE posts <> 0
UNION ALL
SELECT day, source, 'request', 0, requests FROM ops.spend WHERE requests <> 0;

CREATE TABLE ops.spend_comparison (
    day         date PRIMARY KEY,
    counted     bigint NOT NULL,
    billed      bigint NOT NULL,
    compared_at timestamptz NOT NULL
);

COMMENT ON TABLE ops.spend_comparison IS 'Posts of a day as counted here and as X says that it bills them';
COMMENT ON COLUMN ops.spend_comparison.day IS 'Day in UTC';
COMMENT ON COLUMN ops.spend_comparison.counted IS 'Posts in ops.spend_item, without reserved and included ones';
COMMENT ON COLUMN ops.spend_comparison.billed IS 'Posts by X''s /2/usage/tweets';
COMMENT ON COLUMN ops.spend_comparison.compared_at IS 'When they were compared last';

DROP TABLE ops.spend;

CREATE VIEW ops.spend AS
SELECT day, source,
       coalesce(sum(amount) FILTER (WHERE resource = 'request'), 0)::bigint AS requests,
       coalesce(sum(amount) FILTER (WHERE resource = 'post'), 0)::bigint AS posts,
       (sum(amount * price_micros) / 1000000)::numeric(20, 6) AS dollars
FROM ops.spend_item
GROUP BY day, source;

COMMENT ON VIEW ops.spend IS 'Requests, posts and dollars by day and source';
COMMENT ON COLUMN ops.spend.requests IS 'Requests, whatever came of them';
COMMENT ON COLUMN ops.spend.posts IS 'Posts that were searched for or streamed, without those that came with others';
COMMENT ON COLUMN ops.spend.dollars IS 'Amounts by their prices';
