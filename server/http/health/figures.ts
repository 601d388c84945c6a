/** The figures that every process reports. */
export function processFigures() {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    pid: process.pid,
    uptime_seconds: Math.round(process.uptime()),
    rss_bytes: rss,
    heap_bytes: heapUsed,
  };
}
