using System.Collections.Immutable;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>All of Tables. Each kind of thing counts its ids by itself, as the tables of the real one do.</summary>
internal sealed record TablesState
{
    public ImmutableList<StoredTable> Tables { get; init; } = [];

    public ImmutableList<StoredColumn> Columns { get; init; } = [];

    public ImmutableList<StoredRow> Rows { get; init; } = [];

    public ImmutableList<StoredView> Views { get; init; } = [];

    public ImmutableList<StoredShare> Shares { get; init; } = [];

    /// <summary>Whoever has listed their tables; the real one gives each a first table then.</summary>
    public ImmutableSortedSet<string> Visitors { get; init; } = [];

    public long LastTable { get; init; }

    public long LastColumn { get; init; }

    public long LastRow { get; init; }

    public long LastView { get; init; }

    public long LastShare { get; init; }

    public IEnumerable<StoredTable> TablesOf(Person me) => Tables.Where(table => May(me, table, share => share.Read));

    public StoredTable? Table(Person me, long id, Func<StoredShare, bool> right) =>
        Tables.Find(table => table.Id == id && May(me, table, right));

    public StoredShare? ShareOf(Person me, StoredTable table) =>
        Shares.Find(share => share.TableId == table.Id && share.Receiver == me.Id);

    public IEnumerable<StoredColumn> ColumnsOf(long table) => Columns.Where(column => column.TableId == table);

    public IEnumerable<StoredRow> RowsOf(long table) => Rows.Where(row => row.TableId == table);

    private bool May(Person me, StoredTable table, Func<StoredShare, bool> right) =>
        table.Owner == me.Id || (ShareOf(me, table) is { } share && right(share));
}
