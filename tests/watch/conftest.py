from record_world import acting, browse, world

__all__ = ["acting", "browse", "world"]
